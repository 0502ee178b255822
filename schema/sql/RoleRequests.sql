-- RoleRequests, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.roleRequests
-- _r0: RoleRequest.school
-- _r1: RoleRequest.schoolClass
-- _r2: RoleRequest.askedBy
-- _r3: RoleRequest.decidedBy
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
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from school _r0
                where _r0.id = _l0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from school_class _r1
                where
                  (
                    _r1.id = _l0."school_class_id"
                    and _r1.school_id = any ($2::uuid[])
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r2."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r2.id = $3::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r2.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $4::date)
                                  )
                                  and asg.school_id = any ($2::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r2.id
                                    and asg.school_id = any ($2::uuid[])
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r2.person_id
                      )
                    )::text,
                    -1
                  )
                from staff _r2
                where
                  (
                    _r2.id = _l0."asked_by_id"
                    and (
                      _r2.id = $3::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r2.id
                          and a.school_id = any ($2::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r3."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r3.id = $3::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r3.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $4::date)
                                  )
                                  and asg.school_id = any ($2::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r3.id
                                    and asg.school_id = any ($2::uuid[])
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r3.person_id
                      )
                    )::text,
                    -1
                  )
                from staff _r3
                where
                  (
                    _r3.id = _l0."decided_by_id"
                    and (
                      _r3.id = $3::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r3.id
                          and a.school_id = any ($2::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."role"::text || '","' || _l0."status"::text || '","' || _l0."valid_from"::text || '",' || coalesce('"' || _l0."valid_to"::text || '"', 'null') || ',"' || _l0."created_at"::text || '","' || _l0."expires_at"::text || '",' || coalesce('"' || _l0."decided_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  (
                    select per.name
                    from
                      staff stf
                      join person per on per.id = stf.person_id
                    where stf.id = _l0.staff_id
                  ),
                  _l0."subject",
                  _l0."reason",
                  (_l0.district_id),
                  (_l0.school_id),
                  (
                    exists (
                      select 1
                      from staff_assignment ask
                      where
                        ask.staff_id = _l0.asked_by_id
                        and (
                          ask.ended_at is null
                          and ask.valid_from <= $4::date
                          and (
                            ask.valid_to is null
                            or ask.valid_to >= $4::date
                          )
                          and case ask.role
                            when 'DISTRICT_ADMIN' then ask.district_id = _l0.district_id
                            when 'SCHOOL_ADMIN' then ask.school_id = _l0.school_id
                            and _l0.role = any ($5::text[])
                            else false
                          end
                        )
                    )
                  ),
                  (coalesce($3::uuid in (_l0.staff_id, _l0.asked_by_id), false))
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $6::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $6::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from role_request _l0
              where
                (
                  (
                    $3::uuid in (_l0.staff_id, _l0.asked_by_id)
                    or _l0.school_id = any ($7::uuid[])
                  )
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($6::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Query.roleRequests
-- _r0: RoleRequest.school
-- _r1: RoleRequest.schoolClass
-- _r2: RoleRequest.askedBy
-- _r3: RoleRequest.decidedBy
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
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from school _r0
                where _r0.id = _l0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from school_class _r1
                where
                  (
                    _r1.id = _l0."school_class_id"
                    and _r1.school_id in (
                      select s.id
                      from school s
                      where s.district_id = any ($2::uuid[])
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r2."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r2.id = $3::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r2.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $4::date)
                                  )
                                  and asg.district_id = any ($2::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r2.id
                                    and asg.district_id = any ($2::uuid[])
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r2.person_id
                      )
                    )::text,
                    -1
                  )
                from staff _r2
                where
                  (
                    _r2.id = _l0."asked_by_id"
                    and (
                      _r2.id = $3::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r2.id
                          and a.district_id = any ($2::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r3."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r3.id = $3::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r3.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $4::date)
                                  )
                                  and asg.district_id = any ($2::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r3.id
                                    and asg.district_id = any ($2::uuid[])
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r3.person_id
                      )
                    )::text,
                    -1
                  )
                from staff _r3
                where
                  (
                    _r3.id = _l0."decided_by_id"
                    and (
                      _r3.id = $3::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r3.id
                          and a.district_id = any ($2::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."role"::text || '","' || _l0."status"::text || '","' || _l0."valid_from"::text || '",' || coalesce('"' || _l0."valid_to"::text || '"', 'null') || ',"' || _l0."created_at"::text || '","' || _l0."expires_at"::text || '",' || coalesce('"' || _l0."decided_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  (
                    select per.name
                    from
                      staff stf
                      join person per on per.id = stf.person_id
                    where stf.id = _l0.staff_id
                  ),
                  _l0."subject",
                  _l0."reason",
                  (_l0.district_id),
                  (_l0.school_id),
                  (
                    exists (
                      select 1
                      from staff_assignment ask
                      where
                        ask.staff_id = _l0.asked_by_id
                        and (
                          ask.ended_at is null
                          and ask.valid_from <= $4::date
                          and (
                            ask.valid_to is null
                            or ask.valid_to >= $4::date
                          )
                          and case ask.role
                            when 'DISTRICT_ADMIN' then ask.district_id = _l0.district_id
                            when 'SCHOOL_ADMIN' then ask.school_id = _l0.school_id
                            and _l0.role = any ($5::text[])
                            else false
                          end
                        )
                    )
                  ),
                  (coalesce($3::uuid in (_l0.staff_id, _l0.asked_by_id), false))
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $6::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $6::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from role_request _l0
              where
                (
                  (
                    $3::uuid in (_l0.staff_id, _l0.asked_by_id)
                    or _l0.district_id = any ($2::uuid[])
                  )
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($6::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
