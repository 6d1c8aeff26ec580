"""The filled demo office and the tour: invented people and cases, driven through the real windows."""
