"""Parts of a form that edit one frozen draft: applicant, proxy, letter, attachments."""
