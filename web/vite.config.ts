import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin } from 'vite';

/** GraphiQL brings 350 kB of fonts inside its style sheet, which the content security policy refuses: system fonts serve. */
const withoutInlineFonts: Plugin = {
  name: 'without-inline-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/graphiql/dist/style.css') ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : undefined,
};

/** Rolldown names a chunk after all who share it. What the first page needs is shared by all; the rest goes by the first that needs it. */
const chunkName = (name: string) => {
  const [first = name, second] = name.split('~');
  return second === undefined || second === 'index' ? first : second;
};

export default defineConfig(({ mode }) => {
  const server = loadEnv(mode, '.', 'VIGIL_').VIGIL_URL ?? 'http://127.0.0.1:8080';
  return {
    plugins: [withoutInlineFonts, react(), tailwindcss()],
    server: { host: '127.0.0.1', proxy: { '/graphql': { target: server, ws: true } } },
    // Its `?worker` imports are Vite's to resolve; the optimizer cannot.
    optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
    build: {
      target: 'es2023',
      // Inlined assets would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The explorer's editor is large, and loaded by those who open it.
      chunkSizeWarningLimit: 3000,
      rolldownOptions: {
        // Dozens of small files wait for each other where the way to the server is long: what is needed together comes together.
        output: {
          codeSplitting: {
            groups: [{ name: 'shared', entriesAware: true, entriesAwareMergeThreshold: 5_000 }],
          },
          chunkFileNames: ({ name }) => `assets/${chunkName(name)}-[hash].js`,
        },
        // Directives for a compiler that does not run here.
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
  };
});
