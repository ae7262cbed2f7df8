import { elementSpace } from '../runtime/space';
import { defineButton } from './button';
import { defineCanvas } from './canvas';
import { defineChoices } from './choices';
import { defineContainers } from './containers';
import { defineImage } from './image';
import { defineMeters } from './meters';
import { defineNavigator } from './navigator';
import { definePicker } from './picker';
import { definePickerView } from './picker-view';
import { defineRichText } from './rich-text';
import { defineScrollView } from './scroll-view';
import { defineSwiper } from './swiper';
import { defineTextFields } from './text-field';
import { plainTags } from './tags';

/** Before any unit of the app is registered. */
export function registerElements(): void {
  for (const tag of plainTags) elementSpace.setGlobalUsingComponent(tag, tag);
  defineButton();
  defineCanvas();
  defineChoices();
  defineContainers();
  defineImage();
  defineMeters();
  defineNavigator();
  definePicker();
  definePickerView();
  defineRichText();
  defineScrollView();
  defineSwiper();
  defineTextFields();
}
