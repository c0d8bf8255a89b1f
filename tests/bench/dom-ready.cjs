/** Loaded before the application by `electron -r`: says when the first window's document is ready. */
const { app } = require('electron');

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => process.stdout.write(`DOM ready ${Date.now()}\n`));
});
