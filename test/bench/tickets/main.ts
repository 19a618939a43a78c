export { writeTickets } from './write-export.js';
