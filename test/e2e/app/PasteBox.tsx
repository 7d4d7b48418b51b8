/** Where a person pastes what was copied. */
export function PasteBox() {
  return (
    <label>
      Message to support
      <textarea />
    </label>
  );
}
