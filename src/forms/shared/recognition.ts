/** What the forms of 2019 and 2021 share, and reports without a form do not print. */

/** Labels of the tables, squeezed and folded. */
export const SHARED_ROWS: readonly string[] = [
  '本年新收政府信息公开申请数量', '结转下年度继续办理', '未经复议直接起诉', '属于三类内部事务信息', '重复申请', '其他处理',
];

/** Headings of chapter one as both forms lay it out; older reports have none of them. */
export const SHARED_CHILDREN: readonly string[] = ['政府信息管理', '平台建设', '监督保障', '依申请公开', '主动公开'];
