import classes from './Logo.module.css'

/** The mark: two jacks and the cord between them. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg className={classes.logo} width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden focusable="false">
      <rect width="24" height="24" rx="6.5" className={classes.ground} />
      <path d="M7.6 8.4c0 7 8.8 .2 8.8 7.2" className={classes.cord} />
      <circle cx="7.6" cy="7.6" r="2.3" className={classes.jack} />
      <circle cx="16.4" cy="16.4" r="2.3" className={classes.jack} />
    </svg>
  )
}
