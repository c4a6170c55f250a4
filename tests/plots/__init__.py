"""What the tests of the charts share: fictional trackers of any size, and a ruler for charts."""
