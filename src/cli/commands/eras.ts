/**
 * The names that `--era` takes, as the forms have them. The bundle holds the list alone (scripts/bundle.mjs), so that `--version` does
 * not load the forms.
 */
export { ERAS as ERA_NAMES } from '../../forms/registry.ts';
