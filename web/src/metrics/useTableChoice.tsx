import { type ReactNode, useState } from 'react';
import { savePicture } from './chartPicture.ts';
import { csvOf, type FigureTable } from './figureTable.ts';
import { useMetricsPage } from './MetricsContext.tsx';
import { SectionMenu } from './SectionMenu.tsx';
import { saveCsv } from './saveFile.ts';

/** A chart's menu: its figures as a table or a file, and its picture. */
export function useTableChoice(
  title: string,
  fileName: string,
  table: FigureTable,
): [isTable: boolean, menu: ReactNode] {
  const { charts, words } = useMetricsPage();
  const [isTable, setIsTable] = useState(false);
  const saveChart = () => {
    const chart = charts.get(title);
    if (chart !== undefined) void savePicture(fileName, words, [{ title, canvas: chart.canvas }]);
  };
  const menu = (
    <SectionMenu
      title={title}
      choices={[
        { name: isTable ? 'Show as a chart' : 'Show as a table', run: () => setIsTable(!isTable) },
        { name: 'Save as CSV', run: () => saveCsv(fileName, csvOf(table)) },
        ...(isTable ? [] : [{ name: 'Save as PNG', run: saveChart }]),
      ]}
    />
  );
  return [isTable, menu];
}
