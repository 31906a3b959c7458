import { expect, test } from 'vitest';
import { isRelative } from '../../src/metadata/names.ts';

test.each(['柏山市民政局', '柏山市民族事务局', '柏山市政务服务局', '青石区统计局'])('%s says its place', (name) => {
  expect(isRelative(name)).toBe(false);
});

test.each(['市民政局', '区统计局', '应急管理局', '市政工程管理局', '市场监督管理局'])('%s does not say its place', (name) => {
  expect(isRelative(name)).toBe(true);
});
