import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { MergeView } from '@codemirror/merge';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { DocumentProblem } from '../../forms/placeInDocument.ts';
import { readingExtensions, writingExtensions } from './editorExtensions.ts';
import type { JsonSchema } from './schemaAt.ts';

interface PolicyEditorProps {
  /** What it begins with; later changes of it are not followed. */
  readonly initial: string;
  readonly onChange: (text: string) => void;
  readonly problems: readonly DocumentProblem[];
  readonly schema: JsonSchema;
  /** Shown at its left with what is different marked; the draft alone when null. */
  readonly beside: { readonly document: string; readonly label: string } | null;
}

/** The draft as YAML, with completion and what is wrong at its line. Heavy: load it lazily. */
export function PolicyEditor({ initial, onChange, problems, schema, beside }: PolicyEditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const text = useRef(initial);
  const changed = useEffectEvent((next: string) => {
    text.current = next;
    onChange(next);
  });
  const besideDocument = beside?.document;
  const besideLabel = beside?.label ?? '';

  useEffect(() => {
    const parent = frame.current;
    if (parent === null) return;
    const extensions = writingExtensions({ label: 'Draft of the policy, YAML', schema, onChange: changed });
    if (besideDocument === undefined) {
      const alone = new EditorView({ parent, doc: text.current, extensions });
      view.current = alone;
      return () => alone.destroy();
    }
    // While nothing differs, everything would be folded away and nothing left to edit.
    const folding = besideDocument === text.current ? {} : { collapseUnchanged: { margin: 4, minSize: 8 } };
    const both = new MergeView({
      parent,
      a: { doc: besideDocument, extensions: readingExtensions(besideLabel) },
      b: { doc: text.current, extensions },
      ...folding,
      gutter: true,
    });
    view.current = both.b;
    return () => both.destroy();
  }, [besideDocument, besideLabel, schema]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const { length } = editor.state.doc;
    const diagnostics = problems.map(({ from, to, message }): Diagnostic => {
      return { from: Math.min(from, length), to: Math.min(to, length), severity: 'error', message };
    });
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [problems]);

  return <div ref={frame} className="policy-editor" />;
}
