import { Icon, type IconProps } from './Icon.tsx';

// Messages and files. Apart from the others, so that registration does not carry them.

export function PaperclipIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m16.5 9.25-6.6 6.6a3.9 3.9 0 0 1-5.5-5.5l6.9-6.9a2.6 2.6 0 0 1 3.7 3.7l-6.9 6.85a1.3 1.3 0 0 1-1.85-1.8l6.35-6.35" />
    </Icon>
  );
}

export function SendIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M17 3 2.75 8.5l5.75 3 3 5.75zM8.5 11.5 17 3" />
    </Icon>
  );
}

export function FileIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M11.5 2.5h-6A1.5 1.5 0 0 0 4 4v12a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 16 16V7zM11.5 2.5V7H16" />
    </Icon>
  );
}

export function PauseIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M7 4.5v11M13 4.5v11" />
    </Icon>
  );
}

export function ResumeIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M6 4.25v11.5L15.5 10z" />
    </Icon>
  );
}

export function RetryIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M16 10.5a6 6 0 1 1-1.9-4.9L16 7.25M16 3.5v3.75h-3.75" />
    </Icon>
  );
}
