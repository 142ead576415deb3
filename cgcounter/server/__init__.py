"""The district server: it stores and orders what counters did, and gives each scope its feed."""
