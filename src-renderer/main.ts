import { mount, unmount } from 'svelte';
import App from './frame/App.svelte';
import './ui/tokens.css';
import './ui/base.css';
import Waiting from './frame/Waiting.svelte';
import { loadPreferences } from './kernel/preferences.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');
// Shows nothing unless opening the records takes long and says so.
const waiting = mount(Waiting, { target });
await loadPreferences();
await unmount(waiting);
mount(App, { target });
