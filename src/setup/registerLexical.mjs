import module from 'node:module'

import * as hooks from './resolveLexical.mjs'

// In the thread itself if Node supports that, as tsx does; otherwise in Node's thread for hooks.
if (module.registerHooks) module.registerHooks(hooks)
else module.register('./resolveLexical.mjs', import.meta.url)
