import { expect, test } from 'vitest';
import { cellsOfForm } from '../../src/forms/cells.ts';
import { FORMS, formOf } from '../../src/forms/registry.ts';
import { printTable, type PrintedTable } from '../../src/page/form/layout.ts';

/** The table as the grid that a browser makes of it: text or path by row and column. */
function gridOf({ rows }: PrintedTable): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (grid[y]![x] !== undefined) x++;
      for (let down = 0; down < cell.rows; down++) for (let right = 0; right < cell.columns; right++) {
        expect(grid[y + down]?.[x + right], `${cell.text} over ${String(grid[y + down]?.[x + right])}`).toBeUndefined();
        grid[y + down]![x + right] = cell.path ?? cell.text;
      }
      x += cell.columns;
    }
  });
  return grid;
}

const tableOf = (era: string, name: string, has: (path: string) => boolean = () => true): PrintedTable => printTable(formOf(era).tables.find((table) => table.name === name)!, has);

test.each(FORMS.flatMap((form) => form.tables.map((table) => [form.era, table.name] as const)))('%s %s: a full rectangle, each cell of the form once', (era, name) => {
  const printed = tableOf(era, name);
  const grid = gridOf(printed);
  for (const row of grid) {
    expect(row).toHaveLength(printed.widths.length);
    expect(row.includes(undefined as unknown as string)).toBe(false);
  }
  const paths = printed.rows.flat().flatMap(({ path }) => path ?? []);
  const table = formOf(era).tables.find((one) => one.name === name)!;
  const own = cellsOfForm({ ...formOf(era), tables: [table] }).map(({ path }) => path);
  expect(paths).toHaveLength(own.length);
  expect(new Set(paths)).toEqual(new Set(own));
});

test('applications: merged heads as in the notice', () => {
  const grid = gridOf(tableOf('2021', 'applications', (path) => !/organizations$|other\.total/.test(path)));
  expect(grid.slice(0, 3).map((row) => row.slice(3))).toEqual([
    Array(7).fill('申请人情况'),
    ['自然人', ...Array<string>(5).fill('法人或其他组织'), '总计'],
    ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
  ]);
  expect(grid[0]![0]).toMatch(/^（本列数据的勾稽关系为/);
  expect(grid[3]!.slice(0, 4)).toEqual([...Array<string>(3).fill('一、本年新收政府信息公开申请数量'), 'applications.received.naturalPerson']);
  const stateSecret = grid.find((row) => row[2] === '1.属于国家秘密')!;
  expect(stateSecret.slice(0, 2)).toEqual(['三、本年度办理结果', '（三）不予公开']);
});

test('optional rows and columns are printed only where the report has them', () => {
  const texts = (has: (path: string) => boolean): string[] => tableOf('2021', 'applications', has).rows.flat().map(({ text }) => text);
  expect(texts((path) => !path.endsWith('.organizations'))).not.toContain('小计');
  expect(texts(() => true)).toContain('小计');
});

test('disputes: three groups side by side, two of them under one head', () => {
  const grid = gridOf(tableOf('2019', 'disputes'));
  expect(grid[0]).toEqual([...Array<string>(5).fill('行政复议'), ...Array<string>(10).fill('行政诉讼')]);
  expect(grid[1]!.slice(4, 6)).toEqual(['行政复议', '未经复议直接起诉']);
  expect(grid[3]!.slice(9, 11)).toEqual(['litigation.direct.total', 'litigation.afterReconsideration.upheld']);
});

test('disclosure: items under each other, wide columns where an item has few', () => {
  const grid = gridOf(tableOf('2021', 'disclosure'));
  expect(grid.find((row) => row[0] === '行政许可')).toEqual(['行政许可', ...Array<string>(3).fill('disclosure.licensing.decisions')]);
});
