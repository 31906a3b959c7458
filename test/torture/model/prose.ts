/** Titles, headings and sentences around the tables. All agencies are made up. */
import type { Random } from '../random.ts';
import type { Block } from './types.ts';

const PLACES = ['青岚县', '柏溪市', '云渡区', '石桥镇', '新渡市', '白榆县', '松河区', '南麓市', '东屏县', '金沙坪乡'];
const BODIES = ['人民政府', '教育局', '水务局', '民政局', '档案馆', '应急管理局', '文化和旅游局', '财政局', '卫生健康局', '统计局', '司法局'];

export interface Identity {
  agency: string;
  year: number;
  title: string;
}

export function drawIdentity(low: number, high: number, random: Random): Identity {
  const agency = random.pick(PLACES) + random.pick(BODIES);
  const year = random.between(low, high);
  const title = random.pick([`${agency}${year}年政府信息公开工作年度报告`, `${agency}${year}年度政府信息公开工作年度报告`, `${agency}政府信息公开工作${year}年度报告`]);
  return { agency, year, title };
}

export function preamble({ year }: Identity, random: Random): string {
  return `${random.pick(['根据', '按照', '依据'])}《中华人民共和国政府信息公开条例》${random.pick(['的规定', '要求', ''])}，编制本报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
}

const SENTENCES = [
  (n: number) => `全年通过门户网站发布各类信息${n}条，更新栏目${n % 7 + 2}个。`,
  (n: number) => `组织业务培训${n % 5 + 1}期，参训人员${n}人次，工作人员的业务能力得到提升。`,
  (n: number) => `接听群众来电${n}次，均在当日回复。`,
  () => '各科室把公开要求落到办文、办会、办事的各个环节，公开工作平稳有序。',
  () => '围绕群众关心的热点，及时回应社会关切，信息发布质量有所提高。',
  (n: number) => `在办事大厅设置查阅点${n % 3 + 1}处，接待查阅群众${n}人次。`,
  () => '修订公开指南和公开目录，明确责任科室和时限。',
];

export function sentences(count: number, random: Random): string {
  return random.shuffle(SENTENCES).slice(0, count).map((make) => make(random.between(3, 900))).join('');
}

const PROBLEMS = ['一是主动公开的内容还不够丰富；二是解读形式比较单一。下一步将完善目录，加强培训。', '公开内容的可读性还不够强，答复的说理还不够充分。下一年将规范流程，组织两次培训。'];

export const problems = (random: Random): string => random.pick(PROBLEMS);

export function closing({ agency, year }: Identity, random: Random): Block[] {
  if (random.chance(0.5)) return [];
  return [{ kind: 'signature', text: agency }, { kind: 'signature', text: `${year + 1}年${random.between(1, 3)}月${random.between(1, 28)}日` }];
}

const NOTES = ['注：本表数据由各科室报送，截至12月31日。', '说明：表中数据含所属事业单位3家。', '备注：1.本表由办公室填报；2.未填写的单元格表示无此项。'];
export const note = (random: Random): Block => ({ kind: 'note', text: random.pick(NOTES) });
