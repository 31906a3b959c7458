import { describe, expect, it } from 'vitest';
import { parseReport, type Report } from '../../src/index.ts';

/** A report of the form of 2021 with one table of applications, as it is laid out. */
const report = (lines: string): Report => parseReport(`云水县水利局2023年政府信息公开工作年度报告

二、主动公开政府信息情况

行政规范性文件  本年制发件数  本年废止件数  现行有效件数

三、收到和处理政府信息公开申请情况
${lines}

四、政府信息公开行政复议、行政诉讼情况
`, { era: '2021' });

const cell = (read: Report, row: string, column: string): number | null | undefined => read.cells.find(({ cell: path }) => path === `applications.${row}.${column}`)?.value;
const values = (read: Report, row: string): (number | null | undefined)[] =>
  ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganization', 'total'].map((column) => cell(read, row, column));

const HEAD = '                        自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计';

describe('columns of spaces', () => {
  it('give a blank cell its place by the rows that are full', () => {
    const read = report(`${HEAD}
（一）予以公开          3       0         1         2             0             5     11
1.属于国家秘密          4                 0                       0             0     4
2.重复申请              0       6         0         0             1             0     7`);
    expect(values(read, 'granted')).toEqual([3, 0, 1, 2, 0, 5, 11]);
    expect(values(read, 'denied.stateSecret')).toEqual([4, null, 0, null, 0, 0, 4]);
    expect(values(read, 'notProcessed.duplicate')).toEqual([0, 6, 0, 0, 1, 0, 7]);
  });

  it('are read by the order of their headings', () => {
    const read = report(`                        商业企业  自然人  科研机构  社会公益组织  法律服务机构  其他  总计
（一）予以公开          3         0       1         2             0             5     11
2.重复申请              9         6       0         0             1             0     16`);
    expect(values(read, 'granted')).toEqual([0, 3, 1, 2, 0, 5, 11]);
    expect(values(read, 'notProcessed.duplicate')).toEqual([6, 9, 0, 0, 1, 0, 16]);
  });

  it('leave the values under a heading that is none of the form to nobody', () => {
    const read = report(`                        自然人  境外机构  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计
（一）予以公开          3       77        0         1         2             0             5     11
2.重复申请              9       78        6         0         0             1             0     16`);
    expect(values(read, 'granted')).toEqual([3, 0, 1, 2, 0, 5, 11]);
    expect(values(read, 'notProcessed.duplicate')).toEqual([9, 6, 0, 0, 1, 0, 16]);
  });

  it('know headings and labels that are wrapped over lines, pieces of groups beside them', () => {
    const read = report(`                                 商业  科研  社会公   法律服
                         自然人                               其他  总计
                                 企业  机构  益组织   务机构
             （一）予以公开    3     0     1     2      0      5    11
      （三）    2.其他法律行政法规
      不予                     8     0     0     1      0      0    9
                禁止公开
      公开      7.属于行政执法案卷 1     0     0     0      4      0    5`);
    expect(values(read, 'granted')).toEqual([3, 0, 1, 2, 0, 5, 11]);
    expect(values(read, 'denied.prohibitedByLaw')).toEqual([8, 0, 0, 1, 0, 0, 9]);
    expect(values(read, 'denied.enforcementFile')).toEqual([1, 0, 0, 0, 4, 0, 5]);
  });

  it('keep their distances where whole lines are shifted', () => {
    const read = report(`                 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
一、本年新收政府信息公开申请数量      31   40   52   60   73   84   340
（一）予以公开                3    4    5    6    7    8    33
1.属于国家秘密            9    2         4    1    3    19
2.重复申请               1    2    3    4    5    6    21`);
    expect(values(read, 'denied.stateSecret')).toEqual([9, 2, null, 4, 1, 3, 19]);
  });

  it('tell no place of zeros that stand in none', () => {
    const read = report(`${HEAD}
（一）予以公开          3       0         1         2             0             5     11
2.重复申请              0       6         0         0             1             0     7
3.其他                      0        0         0         0`);
    expect(values(read, 'other.rest').every((value) => value === null)).toBe(true);
    expect(read.findings.some(({ cells }) => cells.includes('applications.other.rest.total'))).toBe(true);
  });

  it('take the index of a data frame and its NaN for what they are', () => {
    const read = report(`             0    1     2     3       4       5   6   7
0        申请人情况  自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计
1      （一）予以公开    3     0   NaN       2       0   5  10
2     1.属于国家秘密  NaN     4     0     NaN       0   0   4
3       2.重复申请    0     6     0       0     NaN   0   6`);
    expect(values(read, 'granted')).toEqual([3, 0, null, 2, 0, 5, 10]);
    expect(values(read, 'denied.stateSecret')).toEqual([null, 4, 0, null, 0, 0, 4]);
  });

  it('do not read tabs as borders where a row has more of them than columns', () => {
    const read = report('一、本年新收政府信息公开申请数量\t33\t4\t1\t\t2\t\t3\t\t43\n（七）总计\t\t33\t4\t1\t2\t3\t43');
    expect(cell(read, 'resultTotal', 'business')).not.toBe(33);
    expect(cell(read, 'resultTotal', 'total')).toBe(43);
  });
});
