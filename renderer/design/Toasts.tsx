import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert, X } from 'lucide-react';
import {
  Button,
  UNSTABLE_ToastContent as Content,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { t } from '../i18n/index.ts';
import { Icon } from './Icon.tsx';
import { type ToastContent, toastQueue } from './toast.ts';

const icons: Record<ToastContent['tone'], LucideIcon> = {
  success: CircleCheck,
  caution: TriangleAlert,
  danger: CircleX,
  info: Info,
};

/** The one region of notices of a window. F6 reaches it. */
export function Toasts() {
  return (
    <ToastRegion className="ToastRegion" queue={toastQueue} aria-label={t('app.toast.region')}>
      {({ toast }) => {
        const { tone, title, text, action } = toast.content;
        const close = () => toastQueue.close(toast.key);
        return (
          <Toast className={`Toast is-${tone}`} toast={toast}>
            <Icon icon={icons[tone]} />
            <Content className="words">
              <Text slot="title" elementType="b">
                {title}
              </Text>
              {text && (
                <Text slot="description" elementType="p">
                  {text}
                </Text>
              )}
            </Content>
            {action && (
              <Button
                className="act"
                onPress={() => {
                  close();
                  action.run();
                }}
              >
                {action.label}
              </Button>
            )}
            <Button className="IconButton is-small" aria-label={t('app.action.close')} onPress={close}>
              <Icon icon={X} small />
            </Button>
          </Toast>
        );
      }}
    </ToastRegion>
  );
}
