/** A whole made-up report of one of the forms. */
import { createRandom, type Random } from '../random.ts';
import { drawLocalLook, localTables } from './local.ts';
import { closing, drawIdentity, note, preamble, problems, sentences } from './prose.ts';
import { applicationsTable, disclosureTable, disputesTable, drawLook } from './six.ts';
import { drawStatisticsLook, statisticsTable } from './statistics.ts';
import { tablesOf, type Block, type Model, type Table } from './types.ts';
import { drawManner } from './values.ts';

export const FORMS = ['statistics', '2019', '2021', 'local'] as const;
export type FormName = (typeof FORMS)[number];

/** Draws a report of the form; the same numbers give the same report. */
export function makeModel(form: FormName, random: Random): Model {
  const model = form === 'statistics' ? statisticsReport(random) : form === 'local' ? localReport(random) : sixSectionReport(form, random);
  if (random.chance(0.04)) printTwice(model, random);
  return model;
}

function sixSectionReport(era: '2019' | '2021', random: Random): Model {
  const identity = drawIdentity(era === '2019' ? 2019 : 2021, era === '2019' ? 2020 : 2024, random);
  const manner = drawManner(random);
  const look = drawLook(random);
  const table = (made: Table): Block[] => [{ kind: 'table', table: made }, ...(random.chance(0.12) ? [note(random)] : [])];
  return {
    era, local: false,
    traits: [`density:${manner.density}`, `disputes:${look.disputes}`, ...(manner.wrongSums > 0 ? ['wrong sums'] : []), ...(look.shuffled ? ['other order'] : []), ...(look.subtotal ? ['小计'] : [])],
    blocks: [
      { kind: 'title', text: identity.title },
      { kind: 'paragraph', text: preamble(identity, random) },
      { kind: 'heading', text: '一、总体情况' },
      { kind: 'subheading', text: `（一）主动公开。${sentences(2, random)}` },
      { kind: 'subheading', text: `（二）依申请公开。${sentences(1, random)}` },
      { kind: 'heading', text: '二、主动公开政府信息情况' },
      ...table(disclosureTable(era, manner, look, random)),
      { kind: 'heading', text: '三、收到和处理政府信息公开申请情况' },
      ...table(applicationsTable(era, manner, look, random)),
      { kind: 'heading', text: '四、政府信息公开行政复议、行政诉讼情况' },
      ...table(disputesTable(era, manner, look, random)),
      { kind: 'heading', text: '五、存在的主要问题及改进情况' },
      { kind: 'paragraph', text: problems(random) },
      { kind: 'heading', text: '六、其他需要报告的事项' },
      { kind: 'paragraph', text: random.pick(['本年度未收取信息处理费。', '无。', sentences(1, random)]) },
      ...closing(identity, random),
    ],
  };
}

function oldSections(identity: { title: string; year: number; agency: string }, random: Random): Block[] {
  return [
    { kind: 'title', text: identity.title },
    { kind: 'paragraph', text: preamble(identity, random) },
    { kind: 'heading', text: '一、概述' },
    { kind: 'paragraph', text: sentences(2, random) },
    { kind: 'heading', text: '二、主动公开政府信息的情况' },
    { kind: 'paragraph', text: sentences(2, random) },
    { kind: 'heading', text: '三、依申请公开政府信息办理情况' },
    { kind: 'paragraph', text: sentences(1, random) },
    { kind: 'heading', text: '四、存在的主要问题和改进措施' },
    { kind: 'paragraph', text: problems(random) },
  ];
}

function statisticsReport(random: Random): Model {
  const identity = drawIdentity(2014, 2018, random);
  const manner = drawManner(random);
  const look = drawStatisticsLook(random);
  return {
    era: 'statistics', local: false, traits: [`density:${manner.density}`, ...(look.serial ? ['序号'] : []), ...(look.code ? ['代码'] : [])],
    blocks: [
      ...oldSections(identity, random),
      { kind: 'caption', text: '政府信息公开情况统计表' },
      ...(random.chance(0.5) ? [{ kind: 'caption', text: `（${identity.year}年度）` } as const] : []),
      { kind: 'table', table: statisticsTable(manner, look, random) },
      ...(random.chance(0.15) ? [note(random)] : []),
      ...closing(identity, random),
    ],
  };
}

function localReport(random: Random): Model {
  const identity = drawIdentity(2008, 2016, random);
  const manner = drawManner(random);
  const look = drawLocalLook(identity.year, random);
  const tables = localTables(manner, look, random);
  const lead: Block = random.chance(0.5) ? { kind: 'heading', text: '五、附表' } : { kind: 'caption', text: random.pick(['附表：', '附表', '政府信息公开情况统计表', '附件：政府信息公开工作统计表']) };
  return {
    era: 'statistics', local: true,
    traits: [`density:${manner.density}`, `columns:${look.columns.length}`, `units:${look.units}`, ...(look.annexes ? ['annexes'] : []), ...(look.serial ? ['序号'] : []), ...(look.code ? ['代码'] : [])],
    blocks: [
      ...oldSections(identity, random), lead,
      ...tables.flatMap(({ caption, table }): Block[] => [...(caption === null ? [] : [{ kind: 'caption', text: caption } as const]), { kind: 'table', table }]),
      ...(random.chance(0.15) ? [note(random)] : []),
      ...closing(identity, random),
    ],
  };
}

/** A table once more behind itself, the same or (once in three) with a cell that differs: its value is then open. */
function printTwice(model: Model, random: Random): void {
  const table = random.pick(tablesOf(model));
  const copy = structuredClone(table);
  model.traits.push('table twice');
  if (random.chance(0.33)) {
    const valued = copy.parts.flatMap((part) => part.rows.flatMap((row) => row.cells)).filter((cell) => cell.key !== null && cell.truth.value !== null);
    if (valued.length > 0) {
      const cell = random.pick(valued);
      const value = cell.truth.value! + random.between(1, 9);
      cell.text = String(value);
      cell.truth = { value, orNull: false, shown: 'value' };
    }
  }
  const at = model.blocks.findIndex((block) => block.kind === 'table' && block.table === table);
  model.blocks.splice(at + 1, 0, { kind: 'table', table: copy });
}

/** Randomness of one document of a run. */
export const documentRandom = (seed: number, index: number): Random => createRandom(seed, index);
