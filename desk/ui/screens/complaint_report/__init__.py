"""The documentation report of complaints (S4): counted for a half-year, printed, saved as CSV, its due day.

Notes:
- `page.ComplaintReportPage` is for the complaints team and the Sekretaris; it names nobody who complained.
- `reading` puts the report together as the paper does (`desk.services.complaint_report`).
"""
