/** Every mutation, by name. */
import type { Mutation } from './mutation.ts';
import { CELL_MUTATIONS } from './cells.ts';
import { COLUMN_MUTATIONS } from './columns.ts';
import { LABEL_MUTATIONS } from './labels.ts';
import { ROW_MUTATIONS } from './rows.ts';
import { TEXT_MUTATIONS } from './lines.ts';

export const MUTATIONS: readonly Mutation[] = [...CELL_MUTATIONS, ...LABEL_MUTATIONS, ...COLUMN_MUTATIONS, ...ROW_MUTATIONS, ...TEXT_MUTATIONS];
export type { Mutation };
