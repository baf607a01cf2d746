import module from 'node:module'

import * as hooks from './resolveLexical.mjs'

// In the thread itself where Node can do that, as tsx does; else in Node's thread for hooks.
if (module.registerHooks) module.registerHooks(hooks)
else module.register('./resolveLexical.mjs', import.meta.url)
