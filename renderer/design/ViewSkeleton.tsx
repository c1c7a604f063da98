/** The place of something that is being worked out, with what it is. Appears only after 200 ms. */
export function ViewSkeleton({ text }: { text: string }) {
  return <output className="ViewSkeleton">{text}</output>;
}
