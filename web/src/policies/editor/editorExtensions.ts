import { autocompletion } from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import { lintGutter } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { completePolicy } from './completePolicy.ts';
import { editorTheme } from './editorTheme.ts';
import type { JsonSchema } from './schemaAt.ts';

const shared: Extension = [basicSetup, yaml(), editorTheme, EditorView.lineWrapping];

/** For reading: it can be focused, searched and copied from. */
export function readingExtensions(label: string): Extension {
  return [
    shared,
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  ];
}

interface WritingOptions {
  readonly label: string;
  readonly schema: JsonSchema;
  readonly onChange: (text: string) => void;
}

/** For writing: completion by the schema, a gutter for what is wrong. Tab leaves the editor, as everywhere on the board. */
export function writingExtensions({ label, schema, onChange }: WritingOptions): Extension {
  return [
    shared,
    lintGutter(),
    autocompletion({ override: [completePolicy(schema)], icons: false }),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
  ];
}
