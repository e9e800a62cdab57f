import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/persistence/{tables,*Tables}.ts',
  out: '../drizzle',
});
