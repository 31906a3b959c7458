/** What web pages, word processors and printers put around a report, as data. Folded and squeezed, as the text they are held against. */

/** A line that begins so is a field of the metadata block or page furniture, whatever follows. */
export const FIELD_STARTS: readonly string[] = [
  '索引号', '发布机构', '发布日期', '发布时间', '发布来源', '发表日期', '发文日期', '发文机关', '发布单位', '公开日期', '公开方式', '公开类别', '公开时限', '公开形式',
  '成文日期', '生成日期', '生效日期', '文号', '发文字号', '文件编号', '主题分类', '有效性:', '标题:', '名称:', '分类:', '栏目:', '体裁:',
  '信息来源:', '文章来源:', '来源:', '时间:', '作者:', '编辑:', '责任编辑', '审核:', '浏览次数', '点击数', '点击量:', '阅读次数', '访问次数', '字号:', '字体:',
  '原文链接', '本地目录', '页面链接', '当前位置', '您所在', '您当前', '您的位置', '首页>', '保护视力', '信息公开元数据', '下载文档', '[字体', '【字体', '[打印', '【打印',
  '打印本页', '=====',
];

/** A line that begins so is furniture where it is short or looks like a menu: the words open sentences too. */
export const CHROME_STARTS: readonly string[] = [
  '主题词', '关键词', '有效性', '时效', '体裁', '标题', '名称', '浏览', '点击', '阅读:', '字号', '字体', '打印', '关闭', '分享', '收藏', '微信', '微博', '头条', '空间', '首页', '政务公开', '无障碍',
  '长者', '繁体', '简体', '登录', '注册', '搜索', '返回', '政府信息公开年报', '信息公开年报', '政府信息公开年度报告',
];

/** A short line that contains one is furniture. */
export const CHROME_WORDS: readonly string[] = [
  '当前位置', '所在位置', 'QQ空间', '分享到', '浏览次数', '点击数', '点击量:', '大中小', '关闭窗口', '打印本页', '无障碍浏览', '无障碍阅读', '>政府信息公开', '-->',
];

/** From such a line on the page speaks of itself, until a heading follows. */
export const FOOTER_STARTS: readonly string[] = [
  '扫一扫', '扫码', '相关链接', '相关文章', '相关信息', '相关附件', '相关稿件', '上一篇', '下一篇', '上一条', '下一条', '主办单位', '主办:', '承办单位', '承办:', '版权所有',
  '网站标识码', '附件下载', '文件下载', '关联文件', '责任编辑', '网站地图', '联系我们', '友情链接', '技术支持', '相关新闻', '用微信', '手机扫', '打印本页', '关闭窗口',
  '【打印', '[打印', '【关闭', '[关闭', '分享到', '附件:', '附件1', '附:', '页面责编', '公网安备', '主办:', '维护:', '备案号', '网站备案',
];

/** A short line of the foot of a page that contains one. */
export const FOOTER_WORDS: readonly string[] = ['ICP备', '公网安备', '网站标识码', '版权所有', '手机打开当前页', '扫一扫'];

/** Ends of the names that sign a report. */
export const AGENCY_TAILS: readonly string[] = [
  '局', '府', '委', '委员会', '办', '办公室', '中心', '院', '厅', '署', '处', '大学', '学院', '学校', '中学', '小学', '医院', '公司', '街道', '镇', '乡', '管委会', '办事处', '总队', '支队', '大队', '会', '站', '馆', '台', '社', '所',
];
