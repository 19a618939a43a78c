import { DeskApp } from './app.js';
import { LessonsApp } from './lessons-app.js';

const place = document.querySelector<HTMLElement>('#desk');
const isLessons = location.pathname.replace(/\/$/, '').endsWith('/lessons');
if (place) void (isLessons ? new LessonsApp(place) : new DeskApp(place)).start();
