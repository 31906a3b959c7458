/**
 * Local 统计表 (before 2014, or a province's own): no fixed rows. What their rows are called, and which national indicator
 * they mean. A label that counts two things at once (信函、传真申请数) means none of them.
 */
import type { LocalTable } from '../form.ts';

export const LOCAL_STATISTICS = {
  labelHeads: ['统计指标名称', '指标名称', '统计指标', '指标项目', '统计项目', '项目名称', '统计内容', '公开项目', '指标', '项目', '内容'],
  unitHeads: ['计量单位', '单位'],
  serialHeads: ['序号', '编号', '行次', '栏次', '行号', '代码', '编码', '指标代码', '代号'],
  asideHeads: ['备注', '说明', '备注说明', '填报单位'],
  valueHeads: [
    '数量', '数值', '数据', '统计数', '统计数据', '统计数量', '统计数值', '统计结果', '年末统计', '年度统计', '全年统计', '年末数', '全年数', '年度数', '总数', '总量', '合计', '累计',
    '本年度', '本年', '本年数', '本年度数', '本年累计', '本年度累计', '本年度数量', '当年', '当年数', '历年累计', '历年累计数', '累计数', '累计总数', '历年', '上年', '上年数', '上年度', '上年度数', '去年',
  ],
  units: [
    '条', '件', '次', '篇', '个', '人', '人次', '元', '万元', '千元', '份', '项', '期', '场', '宗', '起', '家', '处', '户', '册', '种', '笔', '条次', '件次', '万人次',
    '条(件)', '件(条)', '条/件', '件/条', '份(件)', '次(场)',
  ],
  topics: [
    ['主动公开', '公开数', '网站公开', '公报公开', '公开信息', '公开文件', '电子化', '规范性文件', '公开目录'],
    ['申请'],
    ['答复', '不予提供', '不予公开', '同意公开', '信息不存在'],
    ['复议', '诉讼', '申诉', '举报', '投诉'],
    ['收费', '检索', '复制费', '费用', '减免金额'],
    ['查阅', '查询点', '咨询', '访问量', '接待'],
    ['工作人员', '专职', '兼职', '培训', '专项经费'],
  ],
  codes: {
    'disclosure.total': ['主动公开文件数', '主动公开政府信息数', '主动公开信息数', '主动公开政府信息总数', '主动公开信息总数', '主动公开文件总数'],
    'disclosure.normativeDocuments': ['主动公开规范性文件数', '规范性文件公开数'],
    'disclosure.channels.gazette': ['政府公报公开数', '政府公报公开政府信息数', '政府公报公开信息数'],
    'disclosure.channels.website': ['政府网站公开数', '政府网站公开政府信息数', '网站公开数', '网上公开数', '政府网站公开信息数'],
    'disclosure.channels.weibo': ['政务微博公开数', '政务微博公开政府信息数'],
    'disclosure.channels.wechat': ['政务微信公开数', '政务微信公开政府信息数'],
    'disclosure.channels.other': ['其他方式公开数', '其他方式公开政府信息数', '其他形式公开数'],
    'applications.received.total': ['受理依申请公开信息总数', '受理申请总数', '收到申请数', '收到申请总数', '依申请公开信息总数', '受理依申请公开总数', '申请总数'],
    'applications.received.inPerson': ['当面申请数'],
    'applications.received.fax': ['传真申请数'],
    'applications.received.online': ['网上申请数', '网络申请数', '网站申请数', '网上提交申请数'],
    'applications.received.letter': ['信函申请数', '书面申请数'],
    'applications.replied.total': ['对申请的答复总数', '申请答复数', '答复总数', '申请答复总数'],
    'applications.replied.granted': ['同意公开答复数', '同意公开数'],
    'applications.replied.partiallyGranted': ['同意部分公开答复数', '部分公开答复数', '同意部分公开数'],
    'applications.replied.denied.total': ['不予公开答复数', '不同意公开答复数', '否决公开答复数', '不予公开数'],
    'applications.replied.notExist': ['信息不存在数', '申请信息不存在数', '信息不存在答复数'],
    'applications.replied.notThisAgency': ['不属于本行政机关公开数', '非本机关掌握数', '非本机关信息答复数'],
    'reconsideration.total': ['行政复议数', '行政复议数量', '行政复议总数', '行政复议案件数'],
    'litigation.total': ['行政诉讼数', '行政诉讼数量', '行政诉讼总数', '行政诉讼案件数'],
    complaints: ['举报投诉数', '举报投诉数量', '接受举报投诉数', '举报数', '投诉举报数'],
    fees: ['依申请公开信息收取的费用', '收取费用', '收费总金额', '政府信息公开收费金额'],
    'resources.agencies': ['政府信息公开工作专门机构数', '专门机构数'],
    'resources.readingPoints': ['设置政府信息公开查阅点数', '公共查阅点数', '查阅点数'],
    'resources.staff.total': ['从事政府信息公开工作人员数', '工作人员数'],
    'resources.staff.fullTime': ['专职人员数', '专职工作人员数'],
    'resources.staff.partTime': ['兼职人员数', '兼职工作人员数'],
    'training.meetings': ['召开政府信息公开工作会议或专题会议数', '召开会议数'],
    'training.sessions': ['举办各类培训班数', '举办培训班数', '培训次数'],
    'training.trainees': ['接受培训人员数', '培训人数', '培训人次'],
  },
} as const satisfies LocalTable;
