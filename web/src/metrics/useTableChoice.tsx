import { type ReactNode, useState } from 'react';
import type { FigureTable } from './figureTable.ts';
import { SectionMenu } from './SectionMenu.tsx';

/** A chart's menu: its figures as a table or a file, and its picture. */
export function useTableChoice(
  title: string,
  fileName: string,
  table: FigureTable,
): [isTable: boolean, menu: ReactNode] {
  const [isTable, setIsTable] = useState(false);
  const menu = (
    <SectionMenu
      title={title}
      fileName={fileName}
      table={() => table}
      choices={[{ name: isTable ? 'Show as a chart' : 'Show as a table', run: () => setIsTable(!isTable) }]}
    />
  );
  return [isTable, menu];
}
