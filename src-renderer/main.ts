import { mount } from 'svelte';
import App from './App.svelte';
import './styles/base.css';
import { loadPreferences } from './preferences.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');
await loadPreferences();
mount(App, { target });
