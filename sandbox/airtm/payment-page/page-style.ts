import { raw } from "hono/html";

export const PAGE_STYLE = raw(`
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #14213d; background: #eef2f7 }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; box-sizing: border-box }
main { width: 100%; max-width: 26rem; background: #fff; border-radius: 16px; padding: 1.75rem; box-sizing: border-box;
  box-shadow: 0 12px 40px rgb(20 33 61 / .12) }
header { display: flex; justify-content: space-between; align-items: center; color: #0b5fff; font-size: 1.25rem }
.badge { font-size: .75rem; color: #7a4b00; background: #fff3d6; border-radius: 99px; padding: .15rem .7rem }
.quiet { margin: 1.25rem 0 0; color: #5b6783 }
.amount { margin: 0 0 .75rem; font-size: 2.5rem; font-weight: 700; line-height: 1.2 }
.amount small { font-size: 1rem; font-weight: 400; color: #5b6783 }
ul { list-style: none; margin: 0 0 1.25rem; padding: .5rem 0; border-block: 1px solid #e3e8f0 }
li { display: flex; justify-content: space-between; gap: 1rem; padding: .25rem 0 }
label { display: block; margin-bottom: .9rem; font-size: .875rem; color: #5b6783 }
select, input { display: block; width: 100%; box-sizing: border-box; margin-top: .25rem; padding: .65rem .75rem;
  font: inherit; color: #14213d; background: #fff; border: 1px solid #c6cfdd; border-radius: 10px }
.buttons { display: grid; grid-template-columns: 2fr 1fr; gap: .75rem; margin-top: 1.25rem }
button { padding: .75rem; font: inherit; font-weight: 600; border: 1px solid #c6cfdd; border-radius: 10px;
  color: #14213d; background: #fff; cursor: pointer }
button.main { color: #fff; background: #0b5fff; border-color: #0b5fff }
:focus-visible { outline: 3px solid #8fb6ff; outline-offset: 1px }
.refusal { padding: .65rem .9rem; border-radius: 10px; color: #8a1c1c; background: #fdeaea }
.ending { font-weight: 600 }
a { color: #0b5fff }
footer { margin-top: 1.5rem; font-size: .8rem; color: #5b6783; overflow-wrap: anywhere }
`);
