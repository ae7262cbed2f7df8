/** Where somebody signs with a finger. `change` carries the path of the drawn image, or '' when it was cleared. */

interface Point {
  x: number;
  y: number;
}

/** As much of WeChat's canvas 2d as is drawn with. */
interface Pen {
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  strokeStyle: string;
  fillStyle: string;
  scale(x: number, y: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
}

interface FoundCanvas {
  node: WechatMiniprogram.Canvas;
  width: number;
  height: number;
}

interface Sheet {
  canvas: WechatMiniprogram.Canvas;
  pen: Pen;
  width: number;
  height: number;
}

/** The canvas of each pad, and where its finger was last: drawn with, never shown, so not in `data`. */
const sheets = new WeakMap<object, Sheet>();
const lastPoints = new WeakMap<object, Point>();

Component({
  options: { styleIsolation: 'apply-shared' },

  properties: {
    /** Whose signature, read out and shown on the empty sheet. */
    label: { type: String, value: '请在这里签名' },
  },

  data: { isSigned: false },

  lifetimes: {
    ready() {
      wx.createSelectorQuery()
        .in(this)
        .select('#signature')
        .fields({ node: true, size: true })
        .exec(([canvas]: [FoundCanvas | undefined]) => {
          if (canvas) sheets.set(this, sheetOf(canvas));
        });
    },
  },

  methods: {
    onStart({ touches }: WechatMiniprogram.TouchEvent) {
      const point = pointOf(touches[0]);
      if (point) lastPoints.set(this, point);
    },

    onMove({ touches }: WechatMiniprogram.TouchEvent) {
      const point = pointOf(touches[0]);
      const last = lastPoints.get(this);
      const { pen } = sheets.get(this) ?? {};
      if (!pen || !point || !last) return;
      pen.beginPath();
      pen.moveTo(last.x, last.y);
      pen.lineTo(point.x, point.y);
      pen.stroke();
      lastPoints.set(this, point);
      if (!this.data.isSigned) this.setData({ isSigned: true });
    },

    async onEnd() {
      lastPoints.delete(this);
      const sheet = sheets.get(this);
      if (!sheet || !this.data.isSigned) return;
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvas: sheet.canvas, fileType: 'png' }, this);
      this.triggerEvent('change', { path: tempFilePath });
    },

    onClear() {
      const sheet = sheets.get(this);
      if (sheet) whiten(sheet);
      this.setData({ isSigned: false });
      this.triggerEvent('change', { path: '' });
    },
  },
});

/** As sharp as the screen. */
function sheetOf({ node: canvas, width, height }: FoundCanvas): Sheet {
  const { pixelRatio } = wx.getWindowInfo();
  canvas.width = width * pixelRatio;
  canvas.height = height * pixelRatio;
  const pen = canvas.getContext('2d') as Pen;
  pen.scale(pixelRatio, pixelRatio);
  Object.assign(pen, { lineWidth: 3, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1a1f29' });
  const sheet: Sheet = { canvas, pen, width, height };
  whiten(sheet);
  return sheet;
}

function pointOf(touch: unknown): Point | undefined {
  return touch as Point | undefined; // a canvas's touches carry x and y, which the typings leave out
}

/** Signatures are read on paper: dark on white in either theme. */
function whiten({ pen, width, height }: Sheet): void {
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
}
