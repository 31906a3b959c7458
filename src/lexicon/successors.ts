/**
 * What became of departments whose work passed whole to one body of another name: the reform of 2018 (《深化党和国家机构改革方案》) in the wording that
 * local bodies took over. Mergers of several bodies (工商, 质监 and 食药 to 市场监管) make a new body and are left out.
 */
export const SUCCESSORS: readonly (readonly [string, string])[] = [
  ['国土资源', '自然资源'], ['环境保护', '生态环境'], ['卫生计划生育', '卫生健康'], ['安全生产监督管理', '应急管理'], ['农业局', '农业农村局'], ['农业厅', '农业农村厅'],
  ['农业委员会', '农业农村委员会'],
];
