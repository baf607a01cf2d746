import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Runs projects in the order in which the configuration names them, and in each the files that take longest first. */
export default class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const names = this.ctx.projects.map(({ name }) => name)
    const placeOf = ({ project }: TestSpecification): number => names.indexOf(project.name)
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
