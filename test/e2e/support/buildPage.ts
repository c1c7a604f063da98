export { buildPage as setup } from '../../../main/starting/buildProgram.ts';
