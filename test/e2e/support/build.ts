export { buildForHosts as setup } from '../../../main/starting/buildProgram.ts';
