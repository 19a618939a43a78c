import { DeskApp } from './app.js';

const place = document.querySelector<HTMLElement>('#desk');
if (place) void new DeskApp(place).start();
