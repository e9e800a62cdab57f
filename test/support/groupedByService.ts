/** The default policy, but each service's signals are one incident, whatever else fires at the same time. */
export const groupedByService = 'name: by service\nprofile: load-v2\ngrouping: { by: service }\n';
