import { startTwins } from './startTwins.ts';
import { stage } from './startVigil.ts';

/** For tests that are run by both lanes. */
stage.startInstead = startTwins;
