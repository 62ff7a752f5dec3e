export { HUB } from '../../../protocol/viewer.ts';
