/** Labels that stand in the tables of every era without naming a row or column of values. */
export const COMMON_LABELS: readonly string[] = [
  '信息内容', '申请人情况', '法人或其他组织', '统计指标', '单位', '统计数', '指标名称', '计量单位',
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  '条', '件', '次', '篇', '人', '个', '人次', '万元', '元',
];

/** Headings that end a table. */
export const SECTION_LABELS: readonly string[] = [
  '一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况', '六、其他需要报告的事项', '政府信息公开情况统计表',
];
