export type FilterSelectProps = {
  label: string
  /** Of the parameter in the URL. */
  name: string
  options: readonly { label: string; value: string }[]
  value: string
}

/** A select of the filters, with its label. */
export const FilterSelect = ({ label, name, options, value }: FilterSelectProps) => {
  const id = `answerbook-changes-${name}`
  return (
    <span>
      <label htmlFor={id}>{label}</label> {/* By its key it follows the URL when somebody goes back. */}
      <select defaultValue={value} id={id} key={value} name={name}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
