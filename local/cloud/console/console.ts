/** `/console`: a look into the local cloud, in Chinese. It shows and changes nothing. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import type { Database } from '../engine/database';
import { encode } from '../engine/values';
import type { FileStore } from '../files/file-store';
import type { Functions } from '../functions/functions';
import { sendText } from '../http/messages';
import type { Logs } from '../logs';
import { Html, html } from './html';
import { PAGE_STYLE } from './style';

const PAGE_SIZE = 50;

export interface ConsoleContext {
  database: Database;
  files: FileStore;
  functions: Functions;
  logs: Logs;
  clock: Clock;
}

export class ConsolePages {
  private readonly context: ConsoleContext;

  constructor(context: ConsoleContext) {
    this.context = context;
  }

  answer(request: IncomingMessage, response: ServerResponse, url: URL): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendText(response, 'GET', 405);
      return;
    }
    const page = this.page(url);
    if (page === undefined) sendText(response, '没有这一页', 404);
    else sendPage(response, this.frame(page, url.pathname));
  }

  private page(url: URL): Html | undefined {
    const [, , section = '', name = ''] = url.pathname.split('/');
    switch (section) {
      case '':
        return this.overview();
      case 'collection':
        return this.collection(decode(name), Math.max(0, Number(url.searchParams.get('from')) || 0));
      case 'requests':
        return this.requests();
      case 'logs':
        return this.logLines();
      case 'messages':
        return this.messages();
      case 'files':
        return this.files();
      default:
        return undefined;
    }
  }

  private overview(): Html {
    const { database, functions } = this.context;
    const rows = database.names().map((name) => html`<tr><td><a href="/console/collection/${encodeURIComponent(name)}">${name}</a></td>
      <td class="number">${database.size(name)}</td>
      <td>${database.collection(name).indexes.map(({ spec }) => spec.name).join('、')}</td></tr>`);
    const names = functions.names().map((name) => html`<li>${name}</li>`);
    return html`<h2>数据集合</h2><table><tr><th>集合</th><th>文档数</th><th>索引</th></tr>${rows}</table>
      <h2>云函数</h2>${names.length === 0 ? html`<p>还没有构建云函数。</p>` : html`<ul>${names}</ul>`}`;
  }

  private collection(name: string, from: number): Html | undefined {
    const { database } = this.context;
    if (!database.names().includes(name)) return undefined;
    const { documents } = database.find(name, {}, { order: { _id: 1 }, offset: from, limit: PAGE_SIZE });
    const total = database.size(name);
    const rows = documents.map((document) => html`<details><summary>${String(document._id)}</summary><pre>${pretty(document)}</pre></details>`);
    const path = `/console/collection/${encodeURIComponent(name)}`;
    const back = from > 0 ? html`<a href="${path}?from=${Math.max(0, from - PAGE_SIZE)}">上一页</a> ` : html``;
    const on = from + PAGE_SIZE < total ? html`<a href="${path}?from=${from + PAGE_SIZE}">下一页</a>` : html``;
    return html`<h2>${name}</h2><p>共 ${total} 条${total > 0 ? `，第 ${from + 1}–${from + documents.length} 条` : ''}。${back}${on}</p>${rows}`;
  }

  private requests(): Html {
    const rows = this.context.logs.requests.list().slice(-200).reverse().map((one) => html`<tr><td>${this.time(one.at)}</td>
      <td>${one.action}</td><td>${one.target}</td><td class="number">${one.examined}</td><td>${one.index}</td>
      <td class="number">${one.ms}</td><td>${one.code ?? ''}</td></tr>`);
    return html`<h2>最近的请求</h2><table><tr><th>时间</th><th>动作</th><th>对象</th><th>查看文档</th><th>索引</th><th>毫秒</th><th>错误</th></tr>${rows}</table>`;
  }

  private logLines(): Html {
    const rows = this.context.logs.lines.list().slice(-300).reverse().map((line) => html`<tr><td>${this.time(line.at)}</td>
      <td>${line.function}</td><td>${line.stream}</td><td><pre>${line.text}</pre></td></tr>`);
    return html`<h2>云函数日志</h2>${rows.length === 0 ? html`<p>还没有日志。</p>` : html`<table>${rows}</table>`}`;
  }

  private messages(): Html {
    const rows = this.context.logs.outbox.list().slice(-200).reverse().map((call) => html`<tr><td>${this.time(call.at)}</td>
      <td>${call.api}</td><td><pre>${pretty(call.data)}</pre></td><td><pre>${pretty(call.answer)}</pre></td></tr>`);
    return html`<h2>发给微信的消息</h2><p>本地不会真的发出。</p>${rows.length === 0 ? html`<p>还没有消息。</p>` : html`<table><tr><th>时间</th><th>接口</th><th>内容</th><th>回答</th></tr>${rows}</table>`}`;
  }

  private files(): Html {
    const rows = this.context.files.list().map((file) => html`<tr><td>${file.path}</td><td class="number">${file.size}</td><td>${file.owner}</td><td>${this.time(file.at)}</td></tr>`);
    return html`<h2>文件</h2>${rows.length === 0 ? html`<p>还没有文件。</p>` : html`<table><tr><th>路径</th><th>字节</th><th>上传人</th><th>时间</th></tr>${rows}</table>`}`;
  }

  private frame(body: Html, path: string): Html {
    const links = Object.entries({ '': '总览', requests: '请求', logs: '日志', messages: '消息', files: '文件' }).map(([section, title]) => {
      const target = section === '' ? '/console' : `/console/${section}`;
      return html`<a href="${target}" ${path === target ? html`aria-current="page"` : ''}>${title}</a>`;
    });
    const { clock } = this.context;
    const moved = clock.offsetMs === 0 ? '' : '（已拨动）';
    return html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>嘉安 本地云</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">${new Html(`<style>${PAGE_STYLE.text}</style>`)}</head>
      <body><header><h1>嘉安 本地云</h1><nav aria-label="控制台">${links}</nav><p>云端时间 ${this.time(clock.now())}${moved}</p></header><main>${body}</main></body></html>`;
  }

  /** Beijing time. */
  private time(epochMs: number): string {
    return new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  }
}

/** No script, nothing from elsewhere, not inside another page. */
function sendPage(response: ServerResponse, page: Html): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src '${PAGE_STYLE.hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(page.text);
}

function pretty(value: unknown): string {
  return JSON.stringify(JSON.parse(encode(value)), null, 2);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
