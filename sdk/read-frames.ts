/** One block of a stream of server-sent events. */
export interface Frame {
  readonly id: string | null;
  readonly event: string;
  /** null in a block that only moves the place. */
  readonly data: string | null;
}

/** The blocks of a body, until it ends. @throws Error when the line breaks, or stays silent for so many milliseconds */
export async function* readFrames(body: ReadableStream<Uint8Array>, silence: number): AsyncGenerator<Frame, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (;;) {
      const { value, done } = await readWithin(reader, silence);
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split(/\r?\n\r?\n/);
      text = blocks.pop() ?? "";
      for (const block of blocks) yield toFrame(block);
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function readWithin(reader: ReadableStreamDefaultReader<Uint8Array>, silence: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silent = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("the stream fell silent")), silence);
  });
  try {
    return await Promise.race([reader.read(), silent]);
  } finally {
    clearTimeout(timer);
  }
}

/** Fields as the standard reads them: one space after the colon is not part of the value, lines of data are joined. */
function toFrame(block: string): Frame {
  const values = (name: string) =>
    block
      .split(/\r?\n/)
      .flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1).replace(/^ /, "")] : []));
  const data = values("data");
  return {
    id: values("id").at(-1) ?? null,
    event: values("event").at(-1) ?? "message",
    data: data.length > 0 ? data.join("\n") : null,
  };
}
