-- ServiceCertificates, asked as school-admin: answered by statement
-- Not by statement for staff; teacher + staff (as teacher); auditsDistrict (as privacy-officer); staff + auditsSchool; signed in (as lecturer) (refused)

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.serviceCertificates
-- _r0: ServiceCertificate.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || right(
                    json_build_array(
                      (
                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                        from person p
                        where p.id = _r0.person_id
                      ),
                      (
                        select coalesce(json_agg(pupil.id), '[]')
                        from
                          (
                            select stu.id
                            from
                              guardianship tie
                              join student stu on stu.id = tie.student_id
                            where
                              tie.guardian_id = _r0.id
                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              and (
                                stu.school_id = any ($2::uuid[])
                                or exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = stu.id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              )
                          ) pupil (id)
                      )
                    )::text,
                    -1
                  )
                from guardian _r0
                where
                  (
                    _r0.id = _l0."guardian_id"
                    and exists (
                      select 1
                      from
                        guardianship g
                        join student s on s.id = g.student_id
                      where
                        g.guardian_id = _r0.id
                        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and s.school_id = any ($2::uuid[])
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."period_from"::text || '","' || _l0."period_to"::text || '",' || _l0."total_minutes"::text || ',"' || _l0."issued_at"::text || '",' || coalesce('"' || _l0."revoked_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."number",
                  (_l0.revoked_at is null),
                  (
                    (
                      select count(distinct srv.shift_id)::int
                      from
                        certified_record cre
                        join service_record srv on srv.id = cre.record_id
                      where cre.certificate_id = _l0.id
                    )
                  ),
                  _l0."revoke_reason"
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $4::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $4::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from
                (
                  select _found.*
                  from
                    (
                      select distinct
                        unnest(
                          array(
                            select cre.certificate_id
                            from
                              service_record srv
                              cross join lateral (
                                select cer.certificate_id
                                from certified_record cer
                                where cer.record_id = srv.id
                                offset
                                  0
                              ) cre
                            where srv.school_id = any ($2::uuid[])
                          )
                        ) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_certificate _l0
                      where
                        (
                          _l0."id" = _key.id
                          and coalesce(
                            exists (
                              select 1
                              from
                                certified_record cre
                                join service_record srv on srv.id = cre.record_id
                              where
                                cre.certificate_id = _l0.id
                                and srv.school_id = any ($2::uuid[])
                            ),
                            false
                          )
                          and true
                        )
                        and _l0."issued_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  array(
                                    select cre.certificate_id
                                    from
                                      service_record srv
                                      cross join lateral (
                                        select cer.certificate_id
                                        from certified_record cer
                                        where cer.record_id = srv.id
                                        offset
                                          0
                                      ) cre
                                    where srv.school_id = any ($2::uuid[])
                                  ) as ids,
                                  (
                                    ($4::int + 1) + cardinality(
                                      array(
                                        select cre.certificate_id
                                        from
                                          service_record srv
                                          cross join lateral (
                                            select cer.certificate_id
                                            from certified_record cer
                                            where cer.record_id = srv.id
                                            offset
                                              0
                                          ) cre
                                        where srv.school_id = any ($2::uuid[])
                                      )
                                    ) - 1
                                  ) / cardinality(
                                    array(
                                      select cre.certificate_id
                                      from
                                        service_record srv
                                        cross join lateral (
                                          select cer.certificate_id
                                          from certified_record cer
                                          where cer.record_id = srv.id
                                          offset
                                            0
                                        ) cre
                                      where srv.school_id = any ($2::uuid[])
                                    )
                                  ) as size
                                where
                                  cardinality(
                                    array(
                                      select cre.certificate_id
                                      from
                                        service_record srv
                                        cross join lateral (
                                          select cer.certificate_id
                                          from certified_record cer
                                          where cer.record_id = srv.id
                                          offset
                                            0
                                        ) cre
                                      where srv.school_id = any ($2::uuid[])
                                    )
                                  ) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."issued_at" as value
                                from service_certificate _l0
                                where
                                  (
                                    _l0."id" = _key.id
                                    and coalesce(
                                      exists (
                                        select 1
                                        from
                                          certified_record cre
                                          join service_record srv on srv.id = cre.record_id
                                        where
                                          cre.certificate_id = _l0.id
                                          and srv.school_id = any ($2::uuid[])
                                      ),
                                      false
                                    )
                                    and true
                                  )
                                order by
                                  _l0."issued_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($4::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."issued_at" desc,
                        _l0."id" desc
                      limit ($4::int + 1)
                    ) _found
                ) _l0
              order by
                _l0."issued_at" desc,
                _l0."id" desc
              limit ($4::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Query.serviceCertificates
-- _r0: ServiceCertificate.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select 'null'
                from guardian _r0
                where false
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."period_from"::text || '","' || _l0."period_to"::text || '",' || _l0."total_minutes"::text || ',"' || _l0."issued_at"::text || '",' || coalesce('"' || _l0."revoked_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."number",
                  (_l0.revoked_at is null),
                  (
                    (
                      select count(distinct srv.shift_id)::int
                      from
                        certified_record cre
                        join service_record srv on srv.id = cre.record_id
                      where cre.certificate_id = _l0.id
                    )
                  ),
                  _l0."revoke_reason"
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $2::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $2::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from
                (
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($3::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_certificate _l0
                      where
                        (
                          _l0."district_id" = _key.id
                          and coalesce(_l0.district_id = any ($3::uuid[]), false)
                          and true
                        )
                        and _l0."issued_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $3::uuid[] as ids,
                                  (($2::int + 1) + cardinality($3::uuid[]) - 1) / cardinality($3::uuid[]) as size
                                where cardinality($3::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."issued_at" as value
                                from service_certificate _l0
                                where
                                  (
                                    _l0."district_id" = _key.id
                                    and coalesce(_l0.district_id = any ($3::uuid[]), false)
                                    and true
                                  )
                                order by
                                  _l0."issued_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($2::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."issued_at" desc,
                        _l0."id" desc
                      limit ($2::int + 1)
                    ) _found
                ) _l0
              order by
                _l0."issued_at" desc,
                _l0."id" desc
              limit ($2::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.serviceCertificates
-- _r0: ServiceCertificate.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || right(
                    json_build_array(
                      (
                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                        from person p
                        where p.id = _r0.person_id
                      ),
                      (
                        select coalesce(json_agg(pupil.id), '[]')
                        from
                          (
                            select stu.id
                            from
                              guardianship tie
                              join student stu on stu.id = tie.student_id
                            where
                              tie.guardian_id = _r0.id
                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              and (
                                stu.school_id = any ($2::uuid[])
                                or exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = stu.id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              )
                          ) pupil (id)
                      )
                    )::text,
                    -1
                  )
                from guardian _r0
                where
                  (
                    _r0.id = _l0."guardian_id"
                    and (
                      _r0.id = $4::uuid
                      or _r0.id = any (
                        array(
                          select tie.guardian_id
                          from
                            household_student hst
                            join household_guardian hgd on hgd.household_id = hst.household_id
                            join guardianship tie on tie.guardian_id = hgd.guardian_id
                            and tie.student_id = hst.student_id
                          where
                            hst.household_id = any ($5::uuid[])
                            and hst.student_id = any ($6::uuid[])
                            and tie.status = 'ACTIVE'
                            and tie.valid_from <= $7::date
                            and (
                              tie.valid_to is null
                              or tie.valid_to >= $7::date
                            )
                        )
                      )
                      or exists (
                        select 1
                        from
                          guardianship g
                          join class_membership m on m.student_id = g.student_id
                        where
                          g.guardian_id = _r0.id
                          and g.status in ('ACTIVE', 'PENDING')
                          and m.school_class_id = any ($3::uuid[])
                          and m.status = 'ACTIVE'
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."period_from"::text || '","' || _l0."period_to"::text || '",' || _l0."total_minutes"::text || ',"' || _l0."issued_at"::text || '",' || coalesce('"' || _l0."revoked_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."number",
                  (_l0.revoked_at is null),
                  (
                    (
                      select count(distinct srv.shift_id)::int
                      from
                        certified_record cre
                        join service_record srv on srv.id = cre.record_id
                      where cre.certificate_id = _l0.id
                    )
                  ),
                  _l0."revoke_reason"
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $8::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $8::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from
                (
                  select _found.*
                  from
                    (
                      select distinct
                        unnest(array[$4::uuid]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_certificate _l0
                      where
                        (
                          _l0."guardian_id" = _key.id
                          and coalesce(_l0.guardian_id = $4::uuid, false)
                          and true
                        )
                        and _l0."issued_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  array[$4::uuid] as ids,
                                  (($8::int + 1) + cardinality(array[$4::uuid]) - 1) / cardinality(array[$4::uuid]) as size
                                where cardinality(array[$4::uuid]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."issued_at" as value
                                from service_certificate _l0
                                where
                                  (
                                    _l0."guardian_id" = _key.id
                                    and coalesce(_l0.guardian_id = $4::uuid, false)
                                    and true
                                  )
                                order by
                                  _l0."issued_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($8::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."issued_at" desc,
                        _l0."id" desc
                      limit ($8::int + 1)
                    ) _found
                ) _l0
              order by
                _l0."issued_at" desc,
                _l0."id" desc
              limit ($8::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
