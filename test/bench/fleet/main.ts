export { writeFleet } from './synthetic.js';
