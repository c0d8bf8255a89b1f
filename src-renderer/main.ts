import { mount } from 'svelte';
import App from './frame/App.svelte';
import './ui/tokens.css';
import './ui/base.css';
import { loadPreferences } from './kernel/preferences.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');
await loadPreferences();
mount(App, { target });
