/**
 * @file What crosses the border between the page, its worker and Python, as types. Everything is JSON text.
 * tests/contract/ holds a sample of each exchange; Python and JavaScript both read them.
 */

/**
 * A page asks for a question or a result.
 * @typedef {object} ViewRequest
 * @property {"view"} do
 * @property {string} lang language of the page
 * @property {string} root relative address of the language's first page, such as "../"
 * @property {string} state the answers, as they stand in the address
 * @property {Record<string, string>} [languages] the site's languages by code, for the choice of a note's language
 * @property {string} [note_lang] the language chosen for notes
 * @property {Record<string, string>} [owner] what the site's owner has set, as the page brought it along
 * @property {Given[]} [given] the answers that a pasted text has given
 */

/** @typedef {{question: string, option: string, tool: string, code: string, quote: string}} Given for Python alone: the page keeps it and sends it back */

/**
 * A page asks what a pasted text or a domain answers.
 * @typedef {object} EvidenceRequest
 * @property {"evidence"} do
 * @property {string} lang
 * @property {string} root
 * @property {string} state
 * @property {string} [text] what was pasted
 * @property {string} [domain] the address or domain that was typed instead, with the other fields of its form
 * @property {string} [hub_id]
 * @property {string} [button] who may be asked about it; nobody where that is empty
 * @property {string} [resolvers] the ids of those that the site's owner lets be asked, where that is not all of them
 * @property {Record<string, string>} [answers] what the addresses in `asks` have answered, by their keys
 */

/**
 * A page asks for a note to send, possibly in another language than its own.
 * @typedef {object} NoteRequest
 * @property {"note"} do
 * @property {string} lang
 * @property {string} note which note
 * @property {string} note_lang language of the note
 * @property {Fields} fields
 * @property {Record<string, string>} [owner]
 * @property {string} state
 */

/**
 * A page asks for the result as a file.
 * @typedef {object} MarkdownRequest
 * @property {"markdown"} do
 * @property {string} lang
 * @property {string} root absolute address of the language's first page: links must work outside the site
 * @property {string[]} ticked the items that the reader has done
 * @property {Fields} fields
 * @property {Record<string, string>} [owner]
 * @property {string} note_lang
 * @property {string} state
 */

/**
 * A tool's form asks: every field of the form by its name, and what belongs to all tools.
 * @typedef {object} ToolForm
 * @property {string} do which tool
 * @property {string} lang
 * @property {string} root
 * @property {string} [text] what was pasted, as it is
 * @property {string} [file] what was chosen or dropped instead, in base64
 * @property {string} [button] which button was pressed
 * @property {Record<string, string>} [answers] what the addresses in `asks` have answered, by their keys; of a list only the newest
 */
/** @typedef {ToolForm & {[field: string]: unknown}} ToolMessage */
/** @typedef {{key: string, url: string}} Ask an address that Python wants the content of */

/**
 * What the reader typed about the e-mail. It goes to Python and back, and nowhere else.
 * @typedef {object} Fields
 * @property {string} [subject]
 * @property {string} [from_address]
 * @property {string} [date]
 * @property {string} [time]
 * @property {string} [sending_domain]
 * @property {string} [platform]
 */

/** @typedef {{id: number, ok: true, html: string, title: string, state: string, outcome: boolean}} ViewReply */
/** @typedef {{id: number, ok: true, html?: string, asks?: Ask[], status?: string}} ToolReply the result, or what it takes */
/** @typedef {{id: number, ok: true, says?: string, html?: string, asks?: Ask[], status?: string, given?: Given[], fields?: Fields, state?: string}} EvidenceReply `says` where nothing is answered */
/** @typedef {{id: number, ok: true, text: string}} NoteReply */
/** @typedef {{id: number, ok: true, text: string, filename: string}} MarkdownReply */
/** @typedef {{id: number | null, ok: false, error: "bad_request" | "internal" | "lost"}} Refusal `lost`: the worker that held a file is gone, and with it what was fed */

/** @typedef {{view: ViewReply, note: NoteReply, markdown: MarkdownReply, evidence: EvidenceReply, [tool: string]: ToolReply}} Replies what each request is answered with */
/** @typedef {ViewRequest | NoteRequest | MarkdownRequest | EvidenceRequest | ToolMessage} Message a request without its number: the client adds it */

/** @typedef {"idle" | "fetch" | "start" | "ready" | "failed"} Stage */
/**
 * Why Python is not there. A page looks up its own words for these.
 * @typedef {"no-worker" | "no-wasm" | "missing-file" | "bad-file" | "timeout" | "crash"} Reason
 */

/** @typedef {{runtime: string, whole: boolean}} StartMessage the first message to a worker: where the runtime lies, and how much of it */
/** @typedef {{stage: Stage, reason?: Reason}} StageMessage how far a worker has come */

/**
 * @typedef {object} Manifest
 * @property {string} pyodide version
 * @property {string} base folder of the files, relative to the manifest
 * @property {Record<string, {sha256: string, bytes: number}>} files
 * @property {{packages: Record<string, {file_name: string}>}} lock what loadPyodide takes as its lock file
 */

// Types alone: nothing imports this file when it runs, so it costs no reader a request.
export {};
