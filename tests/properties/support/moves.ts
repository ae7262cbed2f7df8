/** How each move is asked for in generated stories: a form filled in well or badly, when it must succeed, what it then changes. */
import type { Asks } from './model';
import { afterwards } from './moves-afterwards';
import { agreeing } from './moves-agreeing';
import { early } from './moves-early';
import { byLaw } from './moves-law';
import { inviting } from './moves-inviting';

/** By the name of the action; the system's own moves are not asked for. */
export const asks: Asks = { ...early, ...inviting, ...agreeing, ...afterwards, ...byLaw };
