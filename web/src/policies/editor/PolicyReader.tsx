import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { readingExtensions } from './editorExtensions.ts';

interface PolicyReaderProps {
  readonly document: string;
  readonly label: string;
  /** What it is compared with; the document alone when null. */
  readonly before: { readonly document: string; readonly label: string } | null;
}

/** Under this width both stand below each other. */
const narrowPx = 800;

/** A policy to read: alone, or with what is different from another. Heavy: load it lazily. */
export function PolicyReader({ document, label, before }: PolicyReaderProps) {
  const frame = useRef<HTMLDivElement>(null);
  const beforeDocument = before?.document;
  const beforeLabel = before?.label ?? '';
  useEffect(() => {
    const parent = frame.current;
    if (parent === null) return;
    const extensions = readingExtensions(label);
    if (beforeDocument === undefined) {
      const alone = new EditorView({ parent, doc: document, extensions });
      return () => alone.destroy();
    }
    const collapseUnchanged = { margin: 3, minSize: 6 };
    if (parent.clientWidth < narrowPx) {
      const options = { original: beforeDocument, mergeControls: false, collapseUnchanged };
      const unified = new EditorView({ parent, doc: document, extensions: [extensions, unifiedMergeView(options)] });
      return () => unified.destroy();
    }
    const both = new MergeView({
      parent,
      a: { doc: beforeDocument, extensions: readingExtensions(beforeLabel) },
      b: { doc: document, extensions },
      collapseUnchanged,
      gutter: true,
    });
    return () => both.destroy();
  }, [document, label, beforeDocument, beforeLabel]);
  return <div ref={frame} className="policy-editor" />;
}
